using System.Reflection;
using System.Runtime.CompilerServices;
using Protocol;

namespace Sandbox;

/// <summary>The names of a returned tuple's items. The value itself has forgotten them; the method's metadata has not.</summary>
internal static class TupleNames
{
    /// <returns>A name, or empty text, for each item of the outermost tuple; nothing where none has a name.</returns>
    public static Sequence<string> Of(MethodInfo method) => IsTuple(method.ReturnType) ? Written(method) : [];

    public static bool IsTuple(Type type) => type.IsGenericType && type.Namespace == "System" && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal);

    private static Sequence<string> Written(MethodInfo method)
    {
        foreach (var attribute in method.ReturnParameter.GetCustomAttributesData())
        {
            if (attribute.AttributeType != typeof(TupleElementNamesAttribute)) continue;
            if (attribute.ConstructorArguments is not [{ Value: IEnumerable<CustomAttributeTypedArgument> items }]) continue;
            return Sequence.From(items.Take(ItemCount(method.ReturnType)).Select(name => name.Value as string ?? ""));
        }

        return [];
    }

    // The eighth argument of a long tuple is a tuple with the rest.
    private static int ItemCount(Type tuple)
    {
        var arguments = tuple.GetGenericArguments();
        return arguments.Length == 8 && IsTuple(arguments[7]) ? 7 + ItemCount(arguments[7]) : arguments.Length;
    }
}
