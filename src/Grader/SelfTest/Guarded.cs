namespace Grader.SelfTest;

/// <summary>Runs one comparison. Whatever it throws is its disagreement, so that one fault hides no other.</summary>
internal static class Guarded
{
    public static CheckResult Run(string part, string check, Action<Agreement> compare)
    {
        var agreement = new Agreement(part, check);
        try
        {
            compare(agreement);
        }
        catch (UnreadableFormulaException problem)
        {
            agreement.Fail(problem.Message);
        }
#pragma warning disable CA1031 // The self-test looks for faults: one that throws is one found.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            agreement.Fail($"{fault.GetType().Name}: {fault.Message}");
        }

        return agreement.Result();
    }
}
