-- What did each crisis ask of an alliance's parties, and what became of it, debtors with the same verdict on one line?
-- $alliance text: the alliance's id
-- $on date = edition: only what had begun by that day
-- scale: yes
select
  l."on", l.crisis, c.name, l.reading, l.article, l.kind, l.creditor,
  string_agg(l.debtor, ', ' order by l.debtor) as debtors, count(*) as entries, l.owed, l.verdict, l.reason, l.evidence
from ledger l
join crises c on c.id = l.crisis
where l.alliance = $alliance and l.on_first <= $on
group by l."on", l.on_first, l.crisis, c.name, l.reading, l.article, l.kind, l.creditor, l.owed, l.verdict, l.reason,
  l.evidence
order by l.on_first, l.crisis, l.reading, l.article, l.creditor, l.verdict, debtors
