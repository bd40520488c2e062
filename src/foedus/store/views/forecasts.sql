-- What did somebody foresee about an alliance, and what became of it?
-- $alliance text: the alliance's id
-- $on date = edition: only what had begun by that day
-- scale: yes
select "by", "on", about, horizon, resolves_if, outcome, resolved, note, id as fact
from forecasts
where of = $alliance and on_first <= $on
order by on_first
