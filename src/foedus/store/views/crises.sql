-- In which recorded crises was a member of an alliance victim or aggressor, and as whose account has it?
-- $alliance text: the alliance's id
-- $on date = edition: only what had begun by that day
-- scale: yes
with parties as (
  select distinct state from memberships where of = $alliance and status in ('member', 'suspended', 'former')
)
select
  c.id as crisis, c.name, c.kind, c."from", c.until, r.id as reading, r."by", r.victims, r.aggressors, r.attacker,
  r.contested, r.source, c.summary
from crises c
join crises_readings r on r.parent = c.id
where c.from_first <= $on
  and exists (select 1 from parties where array_contains(r.victims, parties.state) or array_contains(r.aggressors, parties.state))
order by c.from_first, c.id, r.ordinal
