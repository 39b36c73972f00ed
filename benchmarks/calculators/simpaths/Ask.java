import simpaths.data.Parameters;
import simpaths.model.taxes.SocialCareExpenditureSupport;

/** Reads lines of weekly cost, weekly income and capital; writes what a single person of working age pays a week. */
public class Ask {
    public static void main(String[] words) {
        java.util.Scanner lines = new java.util.Scanner(System.in);
        while (lines.hasNextDouble()) {
            double cost = lines.nextDouble() * Parameters.WEEKS_PER_MONTH;
            double income = lines.nextDouble() * Parameters.WEEKS_PER_MONTH;
            SocialCareExpenditureSupport answer =
                new SocialCareExpenditureSupport(2025, false, false, cost, income, lines.nextDouble());
            System.out.println((cost - answer.getSupportPerMonth()) / Parameters.WEEKS_PER_MONTH);
        }
    }
}
