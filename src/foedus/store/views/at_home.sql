-- What happened to parties and opponents at home in the member states of an alliance?
-- $alliance text: the alliance's id
-- $on date = edition: only what had begun by that day
-- scale: yes
with parties as (select distinct state from memberships where of = $alliance and status = 'member')
select r.of as state, r."on", r.on_first, r.kind, r.against, r."by", r.what, r.id as fact
from repressions r
where r.of in (select state from parties) and r.on_first <= $on
union all
select p.of, s."from", s.from_first, s.status, p.name, s."by", cast(null as varchar), p.id
from political_parties p
join political_parties_statuses s on s.parent = p.id
where p.of in (select state from parties) and (s.from_first is null or s.from_first <= $on)
order by 1, 3, 8
