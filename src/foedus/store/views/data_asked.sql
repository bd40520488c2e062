-- Which outside data (ATOP; lists of wars, disputes and crises) did due_events and the crosswalk ask, which not and why, and which years do they cover?
-- | asked: whether foedus.toml names it under [datasets]
-- | because: where it lies, or what is missing
select d.id as list, d.title, d.version, d.asked, d.because, d.first, d.last
from data_asked d
order by d.id
