"""Steps of the plan of an import: what is new, which address a brief gets, which lines the ledger gets."""
