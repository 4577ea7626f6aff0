-- Makes of a document what the Markdown of the portal can say, and loses no words on the way.
function OrderedList(list)
  if list.delimiter == 'TwoParens' then list.listAttributes.delimiter = 'OneParen' end
  return list
end
function Span(span) return span.content end
function Div(div) return div.content end
function Underline(text) return text.content end
function SmallCaps(text) return text.content end
function Link(link)
  if link.target:sub(1, 1) == '#' then return link.content end
  link.attr = pandoc.Attr()
  return link
end
function Header(heading) heading.attr = pandoc.Attr(); return heading end
function Table(whole)
  local known, simple = pcall(pandoc.utils.to_simple_table, whole)
  if not known or #simple.rows == 0 then return whole end
  for _, cell in ipairs(simple.headers) do if #cell > 0 then return whole end end
  simple.headers = table.remove(simple.rows, 1)
  return pandoc.utils.from_simple_table(simple)
end
