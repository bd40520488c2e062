-- Which declarations, decisions, exercises and deployments of an alliance does the record hold?
-- $alliance text: the alliance's id
-- $on date = edition: only what had begun by that day
-- scale: yes
select "on", on_first, kind, text as what, id as fact from organ_acts where of = $alliance and on_first <= $on
union all
select "from", from_first, kind, name, id from operations where of = $alliance and from_first <= $on
order by 2, 5
