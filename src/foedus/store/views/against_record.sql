-- How does the record stand to what a text tells: supported, contradicted, contested or silent, and by which facts?
-- $document text: the document's id
-- $record text = : only this answer (supported, contradicted, contested, silent)
-- scale: yes
select
  f.kind, coalesce(f.speaker, f.actor, f.subject, f."by", f.accused) as who, f.polarity, f.quote,
  coalesce(f.act, f.status, f.mode, f.title) as what, coalesce(f.target, f.object, f.accused) as whom,
  c.record, c.because, c.facts, f.start, f.id as finding
from findings f
join comparisons c on c.finding = f.id and c.document = f.document
where f.document = $document and ($record is null or c.record = $record)
order by f.start, f.kind, f.id
