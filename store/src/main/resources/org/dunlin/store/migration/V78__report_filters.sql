-- Ageing also lists customers of whom only credit is open.
drop index customer_figure_largest;
create index customer_figure_largest on customer_figure (company_id, currency, open desc, customer_id);

-- Reports of some customers alone.
create index customer_of_country on customer (company_id, left(record #>> '{address,country}', 200))
  where record #>> '{address,country}' is not null;
create index customer_of_segment on customer using gin ((record -> 'segments'));
