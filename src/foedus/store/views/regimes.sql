-- Under which regime does a source see each state, and from when until when?
-- $state text = all: one state, by its id
-- scale: yes
select r.of as state, r.regime, r."from", r."until", r.from_first, r.until_first, r.note, r.id as fact
from regimes r
where $state = 'all' or r.of = $state
order by r.of, r.from_first, r.id
