-- Which crises of the record and of the lists of wars, disputes and crises are the same, by participants and dates, and which have no match?
-- $list text = : one list (record, iwd, cow, mid, icb, ucdp)
-- | crisis: a crisis under the name of its list
-- | same_as: the crisis of the record, or of an earlier list, that it is the same as
-- | matches: how many crises of later lists are the same as it
-- | unmatched: true: no other list has it
select
  x.list, x.crisis, x.same_as, count(o.crisis) as matches, x.same_as is null and count(o.crisis) = 0 as unmatched
from crosswalk x
left join crosswalk o on o.same_as = x.crisis
where $list is null or x.list = $list
group by x.list, x.crisis, x.same_as
order by x.list, x.crisis
