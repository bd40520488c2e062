-- What does each wording of an alliance's treaties promise, and since when?
-- $alliance text: the alliance's id
-- scale: yes
select
  t.name as treaty, w.article, w.kind, w.modality, p.status, p."from", p.until, p.because,
  w.trigger, w.trigger_basis, w.territory, w.territory_basis, w.on_request, w.on_request_basis,
  w.attack_by_party_counts, w.who_decides, w.performance, w.performance_basis, w.discharge,
  w.text, w.language, w.note, w.id as fact
from wordings w
join treaties t on t.id = w.treaty
join wordings_periods p on p.parent = w.id
where t.of = $alliance
order by t.signed_first, w.article, w.id, p.from_first
