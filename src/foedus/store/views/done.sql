-- What has an alliance done, counted by year and kind: declarations, decisions, exercises, deployments? No score.
-- $alliance text: the alliance's id
-- $on date = edition: only what had begun by that day
-- scale: yes
with acts as (
  select year(on_first) as year, kind from organ_acts where of = $alliance and on_first <= $on
  union all
  select year(from_first) as year, kind from operations where of = $alliance and from_first <= $on
  union all
  select year(s.on_first) as year, o.kind from summits s join summits_outcomes o on o.parent = s.id
  where s.of = $alliance and s.on_first <= $on and o.kind <> 'none'
)
select year, kind, count(*) as acts
from acts
group by year, kind
order by year, kind
