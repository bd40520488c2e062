-- Which states stood in which relation to an alliance on a day?
-- $alliance text: the alliance's id
-- $on date = edition: the day
-- scale: yes
select m.state, s.name, m.status, m."from", m.until, m.note
from memberships m
left join states s
  on s.id = m.state
  and (s.from_first is null or s.from_first <= $on)
  and (s.until_first is null or s.until_first > $on)
where m.of = $alliance
  and (m.from_first is null or m.from_first <= $on)
  and (m.until_first is null or m.until_first > $on)
order by m.status, m.state
