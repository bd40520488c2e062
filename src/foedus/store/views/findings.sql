-- What was found in a text: who said, did or left undone what, in which words?
-- $document text: the document's id
-- $kind text = : only findings of this kind
-- scale: yes
select
  kind, coalesce(speaker, actor, subject, "by", accused) as who, coalesce(act, status, mode, of, title) as what,
  coalesce(target, object, accused) as whom, polarity, quote, start, stop, rule, id
from findings
where document = $document and ($kind is null or kind = $kind)
order by start, kind
