// Reads {calculator, people} from standard input; writes what each person pays a week by the calculator's own function.
const { calculator, people } = JSON.parse(await new Response(process.stdin).text());
const { calculateAssessment, getDefaultInput } = await import(calculator);
const paid = people.map((person) => {
  const input = getDefaultInput();
  const nothing = (amounts) => Object.fromEntries(Object.keys(amounts).map((name) => [name, 0]));
  input.financialYear = '2025-26';
  input.ageCategory = person.young ? 'under-25' : '25-to-pension';
  input.disabilityPremium = person.premium;
  input.capital = { ...nothing(input.capital), bankAccounts: person.savings };
  input.income = {
    ...nothing(input.income),
    otherBenefits: person.benefits,
    employmentEarnings: person.earnings,
    pipMobility: person.mobility,
    pipCare: person.daily,
  };
  input.expenses = {
    ...nothing(input.expenses),
    rent: person.rent,
    councilTax: person.ct,
    housingBenefit: person.hb,
    dreOther: person.dre,
  };
  input.carePackage = { hoursPerWeek: 0, hourlyRate: 0, useCustomWeeklyCost: true, totalWeeklyCost: person.cost };
  return calculateAssessment(input).userWeeklyContribution;
});
console.log(JSON.stringify(paid));
