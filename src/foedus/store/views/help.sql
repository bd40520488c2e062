-- What help did members of an alliance get, in its name and bilaterally?
-- $alliance text: the alliance's id
-- $on date = edition: only what had begun by that day
-- scale: yes
with parties as (select distinct state from memberships where of = $alliance)
select
  h."on", h.on_first, h.giver, h.receiver, h.form, h.amount, h.what,
  case when h.in_name_of = $alliance then 'in the alliance''s name' when h.in_name_of = 'bilateral' then 'bilateral'
    else h.in_name_of end as in_name_of,
  h.crisis, h.id as fact
from aid h
where h.on_first <= $on and h.receiver in (select state from parties)
  and (h.giver in (select state from parties) or h.in_name_of = $alliance or h.giver = $alliance)
union all
select
  a."on", a.on_first, a."by", a."to", a.form, cast(null as varchar), a.what,
  case when a.in_name_of = $alliance then 'in the alliance''s name' when a.in_name_of = 'bilateral' then 'bilateral'
    else a.in_name_of end,
  a.crisis, a.id
from responses a
where a.on_first <= $on and a.polarity = 'done' and a.form in ('money', 'materiel', 'logistics', 'troops', 'mission')
  and (a."by" = $alliance or a.in_name_of = $alliance or a."by" in (select state from parties))
  and (a."to" is null or a."to" in (select state from parties))
order by 2, 10
