-- How many duties and entries of an alliance's ledger have which verdict, by decade and article? A duty has an entry for each account of its crisis, and counts once under each verdict that an account gives.
-- $alliance text: the alliance's id
-- $on date = edition: only what had begun by that day
-- scale: yes
select
  substr(l."on", 1, 3) || '0s' as decade, l.article, l.verdict,
  count(distinct l.crisis || ' ' || l.kind || ' ' || l.debtor || ' ' || l.creditor) as duties, count(*) as entries,
  count(distinct l.crisis) as crises
from ledger l
where l.alliance = $alliance and l.on_first <= $on
group by substr(l."on", 1, 3) || '0s', l.article, l.verdict
order by decade, l.article, l.verdict
