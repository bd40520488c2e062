-- How many promises of defence or consultation came due by rule, per alliance and decade, and what became of them? From the record and the lists that foedus.toml names under [datasets], each crisis once.
-- $from date = 1945: the first day
-- | decade: the decade
-- | alliance: the alliance; atop_N is ATOP's number N
-- | kind: defence or consultation
-- | crises: in how many crises
-- | owed: promises owed by rule: debtor, creditor and crisis
-- | owed_or_unknown: with those of which it is not known
-- | kept: owed, and the debtor took part in arms on the creditor's side
-- | not_kept: owed, and it did not (defence), or it fought the creditor
-- | answered: it took part in arms, though it is not known that it owed it
-- | unknown: whether it was owed or kept is not known, or the readings of a crisis of the record disagree
-- | other: kept in part, waived and the like (record)
with events as (
  select substr(e."on", 1, 3) || '0s' as decade, e.alliance, e.kind, e.crisis, coalesce(e.owed, false) as owed, e.verdict
  from due_events e
  where e.on_first >= $from
  and not exists (
    select 1 from ledger l where l.crisis = e.crisis and l.alliance = e.alliance and l.creditor = e.creditor and l.kind = e.kind
  )
  union all
  select
    substr(min(l."on"), 1, 3) || '0s', l.alliance, l.kind, l.crisis, bool_and(coalesce(l.owed, false)),
    case when count(distinct l.verdict) = 1 then min(l.verdict) else 'unknown' end
  from ledger l
  where l.kind in ('defence', 'consultation') and l.verdict <> 'not_due' and l.owed is distinct from false and l.on_first >= $from
  group by l.crisis, l.alliance, l.kind, l.debtor, l.creditor
)
select
  e.decade, e.alliance, e.kind, count(distinct e.crisis) as crises,
  count(*) filter (e.owed) as owed, count(*) as owed_or_unknown,
  count(*) filter (e.verdict = 'kept') as kept, count(*) filter (e.verdict = 'not_kept') as not_kept,
  count(*) filter (e.verdict = 'answered') as answered, count(*) filter (e.verdict = 'unknown') as unknown,
  count(*) filter (e.verdict not in ('kept', 'not_kept', 'answered', 'unknown')) as other
from events e
group by e.decade, e.alliance, e.kind
order by decade, owed_or_unknown desc, e.alliance, e.kind
