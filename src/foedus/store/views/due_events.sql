-- Which promises of defence or consultation came due by rule, also where nobody is known to have asked: of whom, for whom, and what did the debtor do? Crises of the record, and of the lists that foedus.toml names under [datasets] (data_asked says which). A crisis that the record has too (crosswalk) stands under its id, and where the record answers for an alliance, its answer stands alone.
-- $from date = 1945: the first day
-- $alliance text = : one alliance, by its id
-- | on: first day of the crisis, or of the attack on the creditor
-- | crisis: the crisis: an id of the record, or list_number (iwd, cow, mid, icb, ucdp)
-- | name: its name in that list
-- | what: the kind of crisis, as it was graded
-- | place: where, as far as a list says it
-- | reading: of a crisis of the record: under which reading; else the list that tells who attacked whom
-- | alliance: the alliance; atop_N is ATOP's number N
-- | article: the clause: an article, or ATOP's variable
-- | kind: defence or consultation
-- | debtor: who promised
-- | creditor: the state attacked or threatened
-- | owed: true: by rule owed; unknown: not known
-- | open_because: what is not known
-- | asked: known: the creditor is known to have asked; unknown: nobody tells whether it did
-- | answered: what the debtor did: in arms, against it, not in arms, not told (lists); of a crisis of the record the ledger's reason
-- | in_name_of: in whose name it acted; empty: not told
-- | verdict: kept, partly_kept, not_kept, answered, waived, unknown ...
-- | coded_by: who coded the promise
-- | sources: the crisis in every list that has it, or the evidence of the record
select
  e."on", e.crisis, e.name, e.what, e.place, e.list as reading, e.alliance, e.article, e.kind, e.debtor, e.creditor,
  case when e.owed then 'true' else 'unknown' end as owed, e.open_because,
  case when e.asked then 'known' else 'unknown' end as asked, e.answered, e.in_name_of, e.verdict, e.coded_by, e.sources
from due_events e
where e.on_first >= $from and ($alliance is null or e.alliance = $alliance)
  and not exists (
    select 1 from ledger l where l.crisis = e.crisis and l.alliance = e.alliance and l.creditor = e.creditor and l.kind = e.kind
  )
union all
select
  l."on", l.crisis, c.name, c.kind, array_to_string(c.places, ', '), l.reading, l.alliance, l.article, l.kind, l.debtor, l.creditor,
  case when l.owed then 'true' else 'unknown' end,
  case when l.owed is null then l.reason end,
  case when exists (select 1 from requests r where r.crisis = l.crisis and r.by = l.creditor) then 'known' else 'unknown' end,
  l.reason,
  (
    select string_agg(distinct p.in_name_of, ', ' order by p.in_name_of)
    from responses p
    where p.crisis = l.crisis and p.polarity = 'done' and (p.by = l.debtor or p.by = l.alliance)
  ),
  l.verdict, 'foedus', l.evidence
from ledger l
join crises c on c.id = l.crisis
where l.kind in ('defence', 'consultation') and l.verdict <> 'not_due' and l.owed is distinct from false
  and l.on_first >= $from and ($alliance is null or l.alliance = $alliance)
order by 1, 2, 7, 8, 10, 11
