using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sandbox;

/// <summary>The names of a returned tuple's items. The value itself has forgotten them; the method's metadata has not.</summary>
internal static class TupleNames
{
    /// <returns>A name, or null, for each item of the outermost tuple; empty where none has a name.</returns>
    public static IReadOnlyList<string?> Of(MethodInfo method)
    {
        if (!IsTuple(method.ReturnType)) return [];
        var names = method.ReturnParameter.GetCustomAttributesData()
            .Where(attribute => attribute.AttributeType == typeof(TupleElementNamesAttribute))
            .Select(attribute => attribute.ConstructorArguments is [{ Value: IEnumerable<CustomAttributeTypedArgument> items }] ? items : [])
            .FirstOrDefault([]);
        return [.. names.Select(name => name.Value as string).Take(ItemCount(method.ReturnType))];
    }

    public static bool IsTuple(Type type) => type.IsGenericType && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);

    // The eighth argument of a long tuple is a tuple with the rest.
    private static int ItemCount(Type tuple)
    {
        var arguments = tuple.GetGenericArguments();
        return arguments.Length == 8 && IsTuple(arguments[7]) ? 7 + ItemCount(arguments[7]) : arguments.Length;
    }
}
