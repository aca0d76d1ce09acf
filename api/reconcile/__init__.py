"""W3C Reconciliation Service API 0.2 over bodies, roles and themes, as OpenRefine asks it."""
