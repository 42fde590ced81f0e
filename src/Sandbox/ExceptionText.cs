namespace Sandbox;

/// <summary>What an exception says. Its Message is a property, and a student's own may throw.</summary>
internal static class ExceptionText
{
    public static string Of(Exception problem)
    {
        try
        {
            return problem.Message ?? "";
        }
        catch (Exception)
        {
            return "";
        }
    }
}
