-- What was asked of an alliance or its members in its crises, and what was the answer?
-- $alliance text: the alliance's id
-- $on date = edition: only what had begun by that day
-- scale: yes
with parties as (select distinct state from memberships where of = $alliance)
select
  q.crisis, q."on", q."by", q."to", case when q.form = 'none' then 'not asked' else q.form end as form, q.what, q.article,
  a."on" as answered_on, a."by" as answered_by, a.form as answer, a.polarity, a.in_name_of, a.what as answer_in_words,
  q.id as fact
from requests q
left join responses a on a.request = q.id
where q.on_first <= $on and (q."to" = $alliance or q."to" in (select state from parties) and q."by" in (select state from parties))
order by q.on_first, q.id, a.on_first
