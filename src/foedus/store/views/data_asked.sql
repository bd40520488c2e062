-- Which outside data (ATOP; lists of wars, disputes and crises) did due_events and the crosswalk ask, which not and why, and which years do they cover?
-- | asked: whether foedus.toml names it under [datasets]
-- | because: where it lies, or what is missing
-- | crises: how many crises it has
-- | no_aggressor: states in its crises that no state is known to have attacked or threatened: not asked
-- | no_record: states in its crises that the record does not know: not asked
select d.id as list, d.title, d.version, d.asked, d.because, d.first, d.last, d.crises, d.no_aggressor, d.no_record
from data_asked d
order by d.id
