-- Which bases carry an alliance's name or stand in its members: whose by law, by name, manned and supplied by whom?
-- $alliance text: the alliance's id
-- scale: yes
with parties as (select distinct state from memberships where of = $alliance and status = 'member')
select
  b.name, b.host, b.owner_by_law, b.flag_by_name, b.manned_by, b.supplied_by, b.strength, b."from", b.until, b.note,
  b.id as fact
from bases b
where b.of = $alliance or b.flag_by_name = $alliance
  or b.host in (select state from parties) and b.owner_by_law in (select state from parties)
order by b.host, b.name, b.from_first
