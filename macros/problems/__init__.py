"""Problems in what contributors write: what they are, how they are told, and the rules they break."""
