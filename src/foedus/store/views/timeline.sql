-- Who ever stood in which relation to an alliance, from when until when?
-- $alliance text: the alliance's id
-- scale: yes
select m.state, m.status, m."from", m.until, m.from_first, m.until_first, m."by", m.note, m.id as fact
from memberships m
where m.of = $alliance
order by m.state, m.from_first
