"""What imports did, kept with the site in the ledger: runs, what was taken back, and new versions of sources."""
