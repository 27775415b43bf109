package dev.neurite.table;

/// Where rows that the network does not learn from come from.
public sealed interface HeldOut {
    /// Whether there are none.
    boolean isNone();

    /// The share that is drawn from the table that is learned from; 0 for another table.
    double fractionDrawn();

    /// Drawn by seed from the table that is learned from.
    ///
    /// @param fraction in [0, 1); 0 for none
    record Share(double fraction) implements HeldOut {
        /// Checks the fraction.
        public Share {
            if (!(fraction >= 0 && fraction < 1)) {
                throw new IllegalArgumentException("held-out fraction must be in [0, 1), got " + fraction);
            }
        }

        @Override
        public boolean isNone() {
            return fraction == 0;
        }

        @Override
        public double fractionDrawn() {
            return fraction;
        }
    }

    /// All rows of another table that have a target.
    ///
    /// @param table with the columns of the table that is learned from
    record Other(Table table) implements HeldOut {
        @Override
        public boolean isNone() {
            return false;
        }

        @Override
        public double fractionDrawn() {
            return 0;
        }
    }

    /// A share of the rows.
    static HeldOut share(double fraction) {
        return new Share(fraction);
    }

    /// No rows.
    static HeldOut none() {
        return new Share(0);
    }

    /// Another table.
    static HeldOut table(Table table) {
        return new Other(table);
    }
}
