package simpaths.data;

/** Stands in for the simulation's parameter files: the rates of 2025-26 that this benchmark uses, and weeks in a month. */
public class Parameters {
    public static final double WEEKS_PER_MONTH = 365.25 / (7.0 * 12.0);

    public static double getSocialCarePolicyValue(int year, String name) {
        switch (name) {
            case "mig_single_under_spa": return 112.50;
            case "lower_capital_limit": return 14250.0;
            case "upper_capital_limit": return 23250.0;
            default: throw new IllegalArgumentException(name);
        }
    }
}
