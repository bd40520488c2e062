-- Who held which office of an alliance or a state?
-- $of text: the id of an alliance or a state
-- scale: yes
select title, person, "from", until, national_of, note, id as fact
from offices
where of = $of
order by title, from_first
