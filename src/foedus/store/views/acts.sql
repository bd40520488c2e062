-- Which declarations, decisions, exercises and deployments of an alliance does the record hold?
-- $alliance text: the alliance's id
-- scale: yes
select "on", on_first, kind, text as what, id as fact from organ_acts where of = $alliance
union all
select "from", from_first, kind, name, id from operations where of = $alliance
order by 2, 5
