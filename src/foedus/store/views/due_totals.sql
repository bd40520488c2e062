-- How many promises of defence or consultation came due by rule, per alliance and decade, and what became of them? From the lists that foedus.toml names under [datasets].
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
-- | unknown: whether it was owed or kept is not known
select
  substr(e."on", 1, 3) || '0s' as decade, e.alliance, e.kind, count(distinct e.crisis) as crises,
  count(*) filter (e.owed) as owed, count(*) as owed_or_unknown,
  count(*) filter (e.verdict = 'kept') as kept, count(*) filter (e.verdict = 'not_kept') as not_kept,
  count(*) filter (e.verdict = 'answered') as answered, count(*) filter (e.verdict = 'unknown') as unknown
from due_events e
where e.on_first >= $from
group by substr(e."on", 1, 3) || '0s', e.alliance, e.kind
order by decade, owed_or_unknown desc, e.alliance, e.kind
