-- What did somebody foresee about an alliance, and what became of it?
-- $alliance text: the alliance's id
-- scale: yes
select "by", "on", about, horizon, resolves_if, outcome, resolved, note, id as fact
from forecasts
where of = $alliance
order by on_first
