-- Which facts has no seen source confirmed?
-- scale: yes
with seen as (select distinct fact from evidence where stance = 'supports' and seen is not null)
select e.fact, e.source, e.locator
from evidence e
where e.fact not in (select fact from seen)
order by e.fact, e.source
