-- What is asked of one record is found by either side of its questions, so that the pages of invoices
-- and customers do not pass all questions that are open. The one side has the key of the question.
create index identity_question_of_other on identity_question (company_id, kind, connection_b, left(source_b, 200))
  where state = 'OPEN';

-- The debits of a file, a page at a time in its order.
create index debit_of_collection_in_order on debit (company_id, collection_id, batch, debit_id)
  where collection_id is not null;
drop index debit_of_collection;
