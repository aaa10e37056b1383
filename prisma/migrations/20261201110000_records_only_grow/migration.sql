-- What was received, moved, released and decided is a record: it is followed by others, and never written over.
CREATE TRIGGER receipt_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "Receipt"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER receipt_item_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "ReceiptItem"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER status_move_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "StatusMove"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER selection_release_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "SelectionRelease"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER decision_move_frozen BEFORE UPDATE OR DELETE OR TRUNCATE ON "DecisionMove"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- The changes of a stage go with it where other rules take its place before anything was filed.
CREATE TRIGGER stage_change_frozen BEFORE UPDATE OR TRUNCATE ON "StageChange"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
