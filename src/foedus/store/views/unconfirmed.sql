-- Which facts has no seen source confirmed?
-- A wording is confirmed by its own words only: the row's quote has to stand in its text.
-- scale: yes
with seen as (
  select distinct e.fact
  from evidence e
  left join wordings w on w.id = e.fact
  where e.stance = 'supports' and e.seen is not null
    and (w.id is null or (e.quote <> '' and strpos(w.text, e.quote) > 0))
)
select e.fact, e.source, e.locator
from evidence e
where e.fact not in (select fact from seen)
order by e.fact, e.source
