"""What records say, in words: cells of tables, figures, and how a group stands."""
