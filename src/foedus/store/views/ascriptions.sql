-- Who ascribed a recorded act of violence to which threat, and whom do independent sources name?
-- $threat text = all: one threat, by its id
-- scale: yes
select a."on", a.of as state, a.speaker, a.threat, a.words, i.name as incident, i."by" as by_independent_sources,
       i.threat as threat_by_independent_sources, a.id as fact
from ascriptions a
left join incidents i on i.id = a.incident
where $threat = 'all' or a.threat = $threat
order by a.on_first, a.id
