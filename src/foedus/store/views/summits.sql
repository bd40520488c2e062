-- What did each summit of an alliance decide, and what became of it?
-- $alliance text: the alliance's id
-- $on date = edition: only what had begun by that day
-- scale: yes
select s."on", s.name, s.place, s.level, o.kind, o.what, o.became, s.note, s.id as fact
from summits s
left join summits_outcomes o on o.parent = s.id
where s.of = $alliance and s.on_first <= $on
order by s.on_first, s.id, o.ordinal
