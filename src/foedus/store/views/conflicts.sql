-- On which facts do sources conflict: what we follow, and what the other source says?
-- scale: yes
select e.fact, e.source, s.title, e.says, e.locator, e.quote
from evidence e
join sources s on s.id = e.source
where e.stance = 'contradicts'
order by e.fact, e.source
