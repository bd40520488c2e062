-- Which texts have been read, and how much was found in each?
-- scale: yes
select d.id as document, d.title, d.date, d.author, d.publisher, count(f.id) as findings
from documents d
left join findings f on f.document = d.id
group by d.id, d.title, d.date, d.author, d.publisher
order by d.id
