-- What happened to parties and opponents at home in the member states of an alliance?
-- An act and the legal status that begins with it (same day, same body) stand once, as the act.
-- $alliance text: the alliance's id
-- scale: yes
with parties as (select distinct state from memberships where of = $alliance and status = 'member')
select r.of as state, r."on", r.on_first, r.kind, coalesce(p.name, r.against) as against, r."by", r.what, r.id as fact
from repressions r
left join political_parties p on p.id = r.against
where r.of in (select state from parties)
union all
select p.of, s."from", s.from_first, s.status, p.name, s."by", cast(null as varchar), p.id
from political_parties p
join political_parties_statuses s on s.parent = p.id
left join repressions r on r.against = p.id and r."on" = s."from" and r."by" = s."by"
where p.of in (select state from parties) and r.id is null
order by 1, 3, 8
